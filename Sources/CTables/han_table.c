#include "han_table.h"

const unsigned char assay_han_table[] = {
#embed "Data/han.bin"
};

const unsigned assay_han_table_size = sizeof assay_han_table;
