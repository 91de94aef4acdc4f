let commonLabelsProfile = """
  {
    "name": "labels", "title": "Common column names",
    "id": [
      "客户编号", "客户编码", "客户ID", "编号", "工单编号", "联系人编号", "Record ID", "rec_id", "customer_id",
      "contact_id", "ticket_id", "id"
    ],
    "columns": [
      { "field": "party_name", "labels": ["客户名称", "客户全称", "客户", "线索名称", "Account Name", "Customer Name", "customer"] },
      { "field": "contact", "labels": ["联系人", "联系人姓名", "Contact Name", "Contact"] },
      { "field": "name", "labels": ["姓名", "客户姓名", "用户姓名", "名字", "Full Name", "Name", "customer.name"] },
      { "field": "name", "labels": ["名", "First Name", "Given Name", "firstname"], "part": "given" },
      { "field": "name", "labels": ["姓", "姓氏", "Last Name", "Surname", "Family Name", "lastname"], "part": "surname" },
      { "field": "honorific", "labels": ["称呼", "称谓", "尊称", "Salutation"] },
      { "field": "title", "labels": ["职位", "职务", "岗位", "Job Title", "Title", "Position"] },
      { "field": "company", "labels": ["公司名称", "公司", "企业名称", "企业", "单位", "工作单位", "单位名称", "Company", "Company Name", "Organization", "Employer"] },
      { "field": "phone", "labels": ["手机", "手机号", "手机号码", "移动电话", "Mobile", "Mobile Phone", "Mobile Phone Number", "MobilePhone", "Cell", "Cell Phone", "customer.phone"] },
      { "field": "phone", "labels": ["电话", "电话号码", "联系电话", "联系方式", "座机", "固定电话", "公司电话", "Phone", "Phone Number", "Telephone", "Tel"] },
      { "field": "email", "labels": ["邮箱", "电子邮箱", "电子邮件", "邮件", "邮箱地址", "Email", "E-mail", "Email Address", "Mail", "customer.email"] },
      { "field": "wechat", "labels": ["微信", "微信号", "WeChat", "WeChat ID", "customer.wechat"] },
      { "field": "uscc", "labels": ["统一社会信用代码", "信用代码", "税号", "纳税人识别号", "USCC"] },
      { "field": "resident_id", "labels": ["身份证", "身份证号", "身份证号码", "证件号码"] },
      { "field": "birth_date", "labels": ["生日", "出生日期", "出生年月", "Birthday", "Date of Birth", "Birth Date", "DOB"] },
      { "field": "bank_account", "labels": ["银行账号", "银行帐号", "账号", "Bank Account"] },
      { "field": "country", "labels": ["国家", "国家/地区", "Country", "Country/Region"] },
      { "field": "province", "labels": ["省", "省份", "Province", "State", "State/Region"] },
      { "field": "city", "labels": ["市", "城市", "所在城市", "City", "customer.city"] },
      { "field": "district", "labels": ["区", "区县", "区/县", "District"] },
      { "field": "address", "labels": ["详细地址", "地址", "联系地址", "通讯地址", "收货地址", "开票地址", "Address", "Street", "Street Address"] },
      { "field": "postcode", "labels": ["邮编", "邮政编码", "Postcode", "Postal Code", "Zip", "Zip Code"] },
      { "field": "level", "labels": ["客户级别", "客户等级", "级别", "等级", "Level", "Rating"] },
      { "field": "channel", "labels": ["客户来源", "来源", "渠道", "来源渠道", "Channel", "Lead Source", "Source"] },
      { "field": "industry", "labels": ["客户行业", "行业", "所属行业", "Industry"] },
      { "field": "receivable", "labels": ["应收余额", "应收账款", "Receivable", "Balance"] },
      { "field": "note", "labels": ["备注", "说明", "Note", "Notes", "Remark", "Description", "subject"] },
      { "field": "owner", "labels": ["负责人", "业务员", "销售", "销售员", "客户经理", "跟进人", "Owner", "Contact Owner", "Account Owner", "agent.name"] },
      { "field": "team", "labels": ["所属部门", "部门", "团队", "Team", "Department", "agent.team"] },
      { "field": "branch", "labels": ["分公司", "门店", "所属分公司", "Branch"] },
      { "field": "created_by", "labels": ["创建人", "建档人", "录入人", "Created By"] },
      { "field": "created_at", "labels": ["创建时间", "创建日期", "建档日期", "录入时间", "添加时间", "Create Date", "Created", "Created Time", "CreatedDate", "created_at"] },
      { "field": "updated_at", "labels": ["更新时间", "修改时间", "最后修改时间", "Last Modified Date", "Modified Time", "updated_at"] },
      { "field": "touched_at", "labels": ["最后跟进时间", "最近跟进时间", "Last Activity Date", "Last Activity", "closed_at"] }
    ]
  }
  """
