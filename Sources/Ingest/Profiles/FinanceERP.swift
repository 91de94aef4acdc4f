let financeERPProfile = """
  {
    "name": "finance-erp", "title": "财务 ERP 客户往来档案", "system": "finance", "trust": 70,
    "id": ["客户编码"],
    "columns": [
      { "field": "party_name", "labels": ["客户全称"] },
      { "field": "uscc", "labels": ["统一社会信用代码"] },
      { "field": "contact", "labels": ["联系人"] },
      { "field": "phone", "labels": ["联系电话"] },
      { "field": "address", "labels": ["开票地址"] },
      { "field": "bank_account", "labels": ["银行账号"] },
      { "field": "owner", "labels": ["建档人"] },
      { "field": "created_at", "labels": ["建档日期"] },
      { "field": "receivable", "labels": ["应收余额"] }
    ],
    "unmapped": ["开户行"]
  }
  """
