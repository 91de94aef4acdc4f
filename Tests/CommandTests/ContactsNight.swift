import Foundation
import TestSupport

/// Contacts as Salesforce exports them, those that its users merged among them.
enum ContactsNight {
  static let source = #"{ name: "crm", path: "contacts.csv", profile: "salesforce-contact" }"#

  private static let given = [
    "Anna", "Boris", "Clara", "Dmitri", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas",
    "Karin", "Lorenz", "Mirjam", "Nikola", "Ottilie", "Pavel", "Renate", "Stefan", "Tamara",
    "Ulrich",
  ]
  private static let surnames = [
    "Abendroth", "Birkner", "Castellani", "Dombrowski", "Eichhorn", "Fabricius", "Grunewald",
    "Hohenberg", "Ivanovic", "Jablonski", "Kaltenbach", "Lindqvist", "Mandelbaum", "Nussbaumer",
    "Oberhauser", "Pfefferkorn", "Rosenkranz", "Schimmel", "Thalberg", "Untermeyer",
  ]

  /// - Parameters:
  ///   - persons: At most 400; every second one stands there twice.
  ///   - merged: Of those, so many more that were merged and given up.
  ///   - hasEmails: Whether the column of mail addresses is filled, and not for a few alone.
  /// - Returns: The export.
  static func export(persons: Int = 300, merged: Int = 60, hasEmails: Bool = true) -> String {
    var text =
      "Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,MobilePhone,Email,OwnerId,"
      + "CreatedDate,LastModifiedDate\n"
    func add(_ id: String, of person: Int, copy: Int, master: String = "") {
      let (first, last) = (given[person % 20], surnames[person / 20])
      let name = copy == 1 && person % 4 == 0 ? String(first.prefix(1)) : first
      let phone = copy == 1 && person % 6 == 0 ? "" : "138\(12_340_000 + person * 7919)"
      let mail = hasEmails ? copy != 1 || person % 3 != 0 : person % 10 == 0
      text +=
        "\(id),\(!master.isEmpty),\(master),001,\(last),\(name),\(phone),"
        + (mail ? "\(first.lowercased()).\(last.lowercased())@mail.example" : "")
        + ",005,2026-01-0\(1 + person % 9),2026-02-0\(1 + copy)\n"
    }
    for person in 0..<persons {
      add("A\(person)", of: person, copy: 0)
      if person % 2 == 0 { add("B\(person)", of: person, copy: 1) }
    }
    for person in 0..<merged { add("C\(person)", of: person, copy: 2, master: "A\(person)") }
    return text
  }

  /// A folder with the pipeline and the export.
  static func folder(settings: String = "", export: String = export()) throws -> PipelineFolder {
    let night = try PipelineFolder([source], settings: settings)
    try night.folder.write("contacts.csv", export)
    return night
  }
}
