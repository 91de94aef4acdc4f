let serviceTicketsProfile = """
  {
    "name": "service-tickets", "title": "客服工单", "system": "service", "trust": 40,
    "id": ["ticket_id"],
    "columns": [
      { "field": "name", "labels": ["customer.name"] },
      { "field": "phone", "labels": ["customer.phone"] },
      { "field": "email", "labels": ["customer.email"] },
      { "field": "wechat", "labels": ["customer.wechat"] },
      { "field": "city", "labels": ["customer.city"] },
      { "field": "owner", "labels": ["agent.name"] },
      { "field": "team", "labels": ["agent.team"] },
      { "field": "channel", "labels": ["channel"] },
      { "field": "created_at", "labels": ["created_at"] },
      { "field": "touched_at", "labels": ["closed_at"] },
      { "field": "note", "labels": ["subject"] }
    ],
    "unmapped": ["agent.id", "satisfaction"]
  }
  """
