#include "word_files.h"

#include <string.h>

static const unsigned char placeholders[] = {
#embed "Words/placeholders.tsv"
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

static const unsigned char dates[] = {
#embed "Words/dates.tsv"
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

static const unsigned char company_remarks[] = {
#embed "Words/company_remarks.tsv"
};

static const unsigned char company_abbreviations[] = {
#embed "Words/company_abbreviations.tsv"
};

static const unsigned char company_places[] = {
#embed "Words/company_places.tsv"
};

#define WORD_FILE(list) {#list, list, sizeof list}

static const struct assay_word_file files[] = {
    WORD_FILE(placeholders),
    WORD_FILE(banks),
    WORD_FILE(mailboxes),
    WORD_FILE(domains),
    WORD_FILE(dates),
    WORD_FILE(legal_forms),
    WORD_FILE(industries),
    WORD_FILE(institutions),
    WORD_FILE(branches),
    WORD_FILE(company_remarks),
    WORD_FILE(company_abbreviations),
    WORD_FILE(company_places),
};

struct assay_word_file assay_word_file(const char *name) {
  for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return files[i];
  }
  return (struct assay_word_file){0};
}
