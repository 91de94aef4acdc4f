#pragma once

/* The administrative divisions of China; pipelines/tables/make_division_table.py describes the layout. */
const unsigned char *assay_division_table(void);
unsigned long assay_division_table_size(void);
