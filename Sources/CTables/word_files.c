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

static const unsigned char dates[] = {
#embed "Words/dates.tsv"
};

static const unsigned char surnames[] = {
#embed "Words/surnames.tsv"
};

static const unsigned char romanizations[] = {
#embed "Words/romanizations.tsv"
};
static const unsigned char romanized_syllables[] = {
#embed "Words/romanized_syllables.tsv"
};

static const unsigned char name_characters[] = {
#embed "Words/name_characters.tsv"
};

static const unsigned char honorifics[] = {
#embed "Words/honorifics.tsv"
};

static const unsigned char name_parts[] = {
#embed "Words/name_parts.tsv"
};
static const unsigned char name_remarks[] = {
#embed "Words/name_remarks.tsv"
};

static const unsigned char name_labels[] = {
#embed "Words/name_labels.tsv"
};

static const unsigned char name_fillers[] = {
#embed "Words/name_fillers.tsv"
};

static const unsigned char party_words[] = {
#embed "Words/party_words.tsv"
};

static const unsigned char latin_names[] = {
#embed "Words/latin_names.tsv"
};

static const unsigned char latin_titles[] = {
#embed "Words/latin_titles.tsv"
};

static const unsigned char nicknames[] = {
#embed "Words/nicknames.tsv"
};

static const unsigned char calendar[] = {
#embed "Words/calendar.tsv"
};

static const unsigned char company_remarks[] = {
#embed "Words/company_remarks.tsv"
};

static const unsigned char company_abbreviations[] = {
#embed "Words/company_abbreviations.tsv"
};

static const unsigned char latin_abbreviations[] = {
#embed "Words/latin_abbreviations.tsv"
};

static const unsigned char company_places[] = {
#embed "Words/company_places.tsv"
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
    WORD_FILE(surnames),
    WORD_FILE(romanizations),
    WORD_FILE(romanized_syllables),
    WORD_FILE(name_characters),
    WORD_FILE(honorifics),
    WORD_FILE(name_parts),
    WORD_FILE(name_remarks),
    WORD_FILE(name_labels),
    WORD_FILE(name_fillers),
    WORD_FILE(party_words),
    WORD_FILE(latin_names),
    WORD_FILE(latin_titles),
    WORD_FILE(nicknames),
    WORD_FILE(calendar),
    WORD_FILE(company_remarks),
    WORD_FILE(company_abbreviations),
    WORD_FILE(latin_abbreviations),
    WORD_FILE(company_places),
};

struct assay_word_file assay_word_file(const char *name) {
  for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return files[i];
  }
  return (struct assay_word_file){0};
}
