#pragma once

/* Made by pipelines/tables/make_han_table.py, which describes the layout. */
extern const unsigned char assay_han_table[];
extern const unsigned assay_han_table_size;

/* A byte of the table, or 0 behind its end: so that Swift reads it without pointers. */
static inline unsigned char assay_han_table_byte(unsigned offset) {
  return offset < assay_han_table_size ? assay_han_table[offset] : 0;
}

/* Two bytes of the table, the lower one first, or 0 at its end. */
static inline unsigned assay_han_table_word(unsigned offset) {
  if (offset + 1 >= assay_han_table_size) return 0;
  return assay_han_table[offset] | (unsigned)assay_han_table[offset + 1] << 8;
}
