#pragma once
#include "character_table.h"
#include "division_table.h"
#include "han_table.h"
#include "phone_table.h"
#include "word_files.h"
