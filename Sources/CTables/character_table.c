#include "character_table.h"

const unsigned char assay_character_table[] = {
#embed "Data/characters.bin"
};

const unsigned assay_character_table_size = sizeof assay_character_table;
