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

static const unsigned char legal_forms[] = {
#embed "Words/legal_forms.tsv"
};

static const unsigned char industries[] = {
#embed "Words/industries.tsv"
};

static const unsigned char institutions[] = {
#embed "Words/institutions.tsv"
};

static const unsigned char branches[] = {
#embed "Words/branches.tsv"
};

static const unsigned char banks[] = {
#embed "Words/banks.tsv"
};

static const unsigned char mailboxes[] = {
#embed "Words/mailboxes.tsv"
};

static const unsigned char domains[] = {
#embed "Words/domains.tsv"
};

static const unsigned char calendar[] = {
#embed "Words/calendar.tsv"
};

static const unsigned char dates[] = {
#embed "Words/dates.tsv"
};

#define WORD_FILE(list) {#list, list, sizeof list}

static const struct assay_word_file files[] = {
    WORD_FILE(placeholders),
    WORD_FILE(phone_words),
    WORD_FILE(phone_fillers),
    WORD_FILE(legal_forms),
    WORD_FILE(industries),
    WORD_FILE(institutions),
    WORD_FILE(branches),
    WORD_FILE(banks),
    WORD_FILE(mailboxes),
    WORD_FILE(domains),
    WORD_FILE(dates),
    WORD_FILE(calendar),
};

struct assay_word_file assay_word_file(const char *name) {
  for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return files[i];
  }
  return (struct assay_word_file){0};
}
