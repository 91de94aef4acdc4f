#pragma once

/* Made by pipelines/tables/make_han_table.py, which describes the layout. */
extern const unsigned char assay_han_table[];
extern const unsigned assay_han_table_size;

/* A byte of the table, or 0 behind its end: so that Swift reads it without pointers. */
static inline unsigned char assay_han_table_byte(unsigned offset) {
  return offset < assay_han_table_size ? assay_han_table[offset] : 0;
}
