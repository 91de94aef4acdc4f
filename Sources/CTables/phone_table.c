#include "phone_table.h"

static const unsigned char table[] = {
#embed "Data/phones.bin"
};

const unsigned char *assay_phone_table(void) { return table; }

unsigned long assay_phone_table_size(void) { return sizeof table; }
