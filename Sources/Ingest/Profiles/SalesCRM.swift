let salesCRMProfile = """
  {
    "name": "sales-crm", "title": "销售 CRM 客户", "system": "sales", "trust": 60,
    "id": ["客户编号"],
    "columns": [
      { "field": "party_name", "labels": ["客户名称"] },
      { "field": "contact", "labels": ["联系人"] },
      { "field": "phone", "labels": ["手机"] },
      { "field": "phone", "labels": ["电话"] },
      { "field": "email", "labels": ["邮箱"] },
      { "field": "wechat", "labels": ["微信"] },
      { "field": "company", "labels": ["公司名称"] },
      { "field": "title", "labels": ["职位"] },
      { "field": "level", "labels": ["客户级别"] },
      { "field": "channel", "labels": ["客户来源"] },
      { "field": "owner", "labels": ["负责人"] },
      { "field": "team", "labels": ["所属部门"] },
      { "field": "province", "labels": ["省"] },
      { "field": "city", "labels": ["市"] },
      { "field": "address", "labels": ["详细地址"] },
      { "field": "created_at", "labels": ["创建时间"] },
      { "field": "updated_at", "labels": ["更新时间"] },
      { "field": "touched_at", "labels": ["最后跟进时间"] },
      { "field": "note", "labels": ["备注"] }
    ]
  }
  """
