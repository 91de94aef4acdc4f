let hubSpotContactsProfile = """
  {
    "name": "hubspot-contacts", "title": "HubSpot contacts", "system": "sales", "trust": 50,
    "id": ["Record ID"],
    "columns": [
      { "field": "name", "labels": ["First Name"], "part": "given" },
      { "field": "name", "labels": ["Last Name"], "part": "surname" },
      { "field": "email", "labels": ["Email"] },
      { "field": "phone", "labels": ["Phone Number"] },
      { "field": "phone", "labels": ["Mobile Phone Number"] },
      { "field": "company", "labels": ["Company name", "Associated Company"] },
      { "field": "title", "labels": ["Job Title"] },
      { "field": "owner", "labels": ["Contact owner"] },
      { "field": "created_at", "labels": ["Create Date"] },
      { "field": "updated_at", "labels": ["Last Modified Date"] },
      { "field": "city", "labels": ["City"] },
      { "field": "country", "labels": ["Country/Region"] }
    ],
    "unmapped": ["Associated Company IDs", "Lead Status", "Lifecycle Stage", "Original Source"]
  }
  """
