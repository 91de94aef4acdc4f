#include "division_table.h"

static const unsigned char table[] = {
#embed "Data/divisions.bin"
};

const unsigned char *assay_division_table(void) { return table; }

unsigned long assay_division_table_size(void) { return sizeof table; }
