#include "word_files.h"

#include <string.h>

static const unsigned char placeholders[] = {
#embed "Words/placeholders.tsv"
};

static const unsigned char phone_words[] = {
#embed "Words/phone_words.tsv"
};

static const unsigned char phone_fillers[] = {
#embed "Words/phone_fillers.tsv"
};

#define WORD_FILE(list) {#list, list, sizeof list}

static const struct assay_word_file files[] = {
    WORD_FILE(placeholders),
    WORD_FILE(phone_words),
    WORD_FILE(phone_fillers),
};

struct assay_word_file assay_word_file(const char *name) {
  for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return files[i];
  }
  return (struct assay_word_file){0};
}
