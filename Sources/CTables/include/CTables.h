#pragma once
#include "han_table.h"
