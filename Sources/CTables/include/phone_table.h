#pragma once

/* The numbering plans of all regions; pipelines/tables/make_phone_table.py describes the layout. */
const unsigned char *assay_phone_table(void);
unsigned long assay_phone_table_size(void);
