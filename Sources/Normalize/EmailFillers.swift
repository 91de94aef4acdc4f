/// Mailboxes that are nobody's: fillers, and functions.
enum EmailFillers {
  static func isFiller(local: String, domain: String, _ placeholders: Placeholders) -> Bool {
    if reservedDomains.contains(domain) { return true }
    let letters = local.unicodeScalars.map(\.value)
    let name = domain.prefix { $0 != "." }
    if local == name,
      name.utf8.count <= 4 || placeholders.isPlaceholder(letters.span)
    {
      return true
    }
    if fillers.contains(local) { return true }
    return throwawayNames.contains(String(name)) && isShort(local)
  }

  /// Whether a mailbox, without its tag, belongs to a function.
  static func isRole(_ local: String) -> Bool { roles.contains(local) }

  private static func isShort(_ local: String) -> Bool {
    local.utf8.count <= 3 || fillers.contains(local)
  }

  /// RFC 2606 and 6761.
  private static let reservedDomains: Set<String> = [
    "example.com", "example.org", "example.net", "example.cn", "test.com", "test.cn",
    "domain.com", "noemail.com", "none.com", "null.com", "nomail.com", "no.com", "xxx.com",
  ]

  private static let throwawayNames: Set<String> = [
    "a", "b", "1", "0", "x", "aa", "11", "123", "111",
  ]

  private static let fillers: Set<String> = [
    "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "111",
    "1111",
    "11111", "111111", "11111111", "000", "0000", "000000", "00000000", "1", "0", "a", "aa", "aaa",
    "aaaa", "abc", "abcd", "abc123", "asd", "asdf", "qwe", "qwer", "qwerty", "xx", "xxx", "xxxx",
    "test",
    "test1", "test123", "testing", "noemail", "nomail", "none", "null", "na", "n/a", "no", "noone",
    "nobody", "unknown", "example", "sample", "fake", "anonymous", "wu", "meiyou", "youxiang",
    "email",
    "noreply", "no-reply", "donotreply", "do-not-reply",
  ]

  private static let roles: Set<String> = [
    "info", "sales", "sale", "service", "services", "support", "contact", "contactus", "contact-us",
    "admin", "administrator", "office", "hr", "job", "jobs", "career", "careers", "recruit",
    "recruitment", "hello", "help", "helpdesk", "mail", "enquiry", "enquiries", "inquiry",
    "inquiries",
    "marketing", "market", "media", "press", "pr", "finance", "account", "accounts", "accounting",
    "billing", "invoice", "invoices", "ap", "ar", "order", "orders", "purchase", "purchasing",
    "procurement", "webmaster", "postmaster", "hostmaster", "root", "abuse", "security", "privacy",
    "legal", "compliance", "feedback", "team", "general", "reception", "frontdesk", "booking",
    "reservations", "customerservice", "customer-service", "customer.service", "cs", "kefu", "kf",
    "caiwu",
    "xiaoshou", "renshi", "caigou", "bangongshi", "shichang", "shouhou", "public", "bd", "business",
    "export", "import", "trade", "all", "everyone", "staff", "newsletter", "news", "subscribe",
  ]
}
