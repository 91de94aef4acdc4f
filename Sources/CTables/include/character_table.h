#pragma once

/* Made by pipelines/tables/make_character_table.py, which describes the layout. */
extern const unsigned char assay_character_table[];
extern const unsigned assay_character_table_size;

/* A number of the table, or 0 behind its end: so that Swift reads it without pointers. */
static inline unsigned assay_character_table_word(unsigned index) {
  if (index * 2 + 1 >= assay_character_table_size) return 0;
  return assay_character_table[index * 2] | (unsigned)assay_character_table[index * 2 + 1] << 8;
}
