// Reads the lines of a file with libphonenumber, as assay-bench phone --peers asks for it.
//
//     c++ -std=c++17 -O2 phone_peer.cc -o phone_peer -lphonenumber -lprotobuf
//     ./phone_peer FILE REGION
//
// Parses each line as a number dialled in the region and formats it as E.164, and passes over the file
// until a second is over. Blank lines are left out. Prints one JSON object.
#include <phonenumbers/phonenumberutil.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// How many lines are numbers, and so have an E.164 form.
static size_t Read(const PhoneNumberUtil& util, const std::vector<std::string>& lines,
                   const std::string& region) {
  size_t count = 0;
  std::string text;
  for (const std::string& line : lines) {
    PhoneNumber number;
    if (util.Parse(line, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) continue;
    util.Format(number, PhoneNumberUtil::E164, &text);
    count++;
  }
  return count;
}

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: phone_peer FILE REGION\n", stderr);
    return 64;
  }
  std::ifstream file(argv[1]);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  const std::vector<std::string> first(lines.begin(), lines.begin() + (lines.empty() ? 0 : 1));
  Read(util, first, argv[2]);  // loads the metadata
  size_t passes = 0, count = 0;
  double seconds = 0;
  const auto start = std::chrono::steady_clock::now();
  do {
    count = Read(util, lines, argv[2]);
    passes++;
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  } while (seconds < 1);
  std::printf("{\"peer\": \"libphonenumber (C++)\", \"version\": null, \"values\": %zu, "
              "\"numbers\": %zu, \"seconds\": %.6f}\n", passes * lines.size(), count, seconds);
  return 0;
}
