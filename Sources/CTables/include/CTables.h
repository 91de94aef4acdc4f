#pragma once
#include "phone_table.h"
