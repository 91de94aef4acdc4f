#pragma once

/* The word lists that ship with the program: text that the folder Words holds. */
struct assay_word_file {
  const char *name;
  const unsigned char *bytes;
  unsigned long size;
};

/* The word list of a name; bytes is NULL where there is none. */
struct assay_word_file assay_word_file(const char *name);
