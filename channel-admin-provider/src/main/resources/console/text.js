// Words of the page, English and Chinese. A key that has no Chinese is shown in English.
const CHINESE = {
  "Overview": "总览", "Orders": "订单", "Messages": "消息", "Channels and products": "渠道与产品", "To do": "待办", "Flows": "行为流程",
  "People": "用户与角色", "Audit": "审计", "Log in": "登录", "Log out": "退出", "Name": "名称", "Login name": "登录名",
  "Password": "密码", "Current password": "当前密码", "New password": "新密码", "Change password": "修改密码",
  "The one-time password must be changed first.": "请先修改一次性密码。", "Joint lending console": "联合贷控制台",
  "Skip to content": "跳到内容", "Loading": "加载中", "Nothing here": "无数据", "Refresh": "刷新", "Search": "查询", "Next page": "下一页",
  "Order number": "订单号", "Show": "查看", "Orders by state": "各状态订单", "Oldest unsent message": "最久未发送消息", "Unsent messages": "未发送消息",
  "Dead letters": "死信", "Split mismatches": "拆账不符", "Open breakers": "熔断中", "Stuck at institutions": "资方卡单", "Payments without result": "支付结果未知",
  "Messages that died": "失败消息", "Failing jobs": "失败任务", "Differences": "对账差异", "seconds": "秒", "Providers": "服务",
  "Application": "应用", "Instance": "实例", "Schema": "库版本", "Business date": "业务日", "answers": "正常", "does not answer": "无应答",
  "not permitted": "无权限", "All figures": "全部指标", "Figure": "指标", "Of": "对象", "Value": "值",
  "Plan as issued": "还款计划", "Principal": "本金", "Interest": "利息", "Penalty": "罚息", "Fee": "费用", "Installment": "期", "Due date": "应还日",
  "Balance": "余额", "Total": "合计", "Sub-orders side by side": "小订单对照", "Institution": "资方", "Contribution": "出资", "Weight": "权重",
  "Due": "应还", "Settled": "已还", "Master order": "大订单", "Sub-orders together": "小订单合计", "Conservation": "守恒", "holds": "一致",
  "BROKEN": "不一致", "Time line": "时间线", "State": "状态", "Borrower": "借款人", "Product": "产品", "Scheme": "比例方案", "Amount": "金额",
  "Funding": "资金", "Legs": "资方腿", "Routing": "路由决策", "Tasks with institutions": "资方任务", "Reason": "原因", "Step": "步骤",
  "No sub-orders yet": "尚无小订单", "Start date": "起息日", "Created": "创建时间", "Key": "键", "Type": "类型", "Source": "来源",
  "outgoing": "待发送", "not consumed": "消费失败", "Problem": "问题", "Attempts": "次数", "Open": "打开", "Send again": "重发", "Give up": "放弃",
  "Body": "内容", "Actions": "操作记录", "Why": "原因", "Products": "产品", "Status": "状态", "Rate": "年利率", "Terms": "期数",
  "Ratio scheme": "比例方案", "Shares": "份额", "Fund channel": "资方渠道", "Hours": "时段", "Limits": "额度", "Hosts that it may be asked at": "允许访问的主机", "none": "无", "Windows": "停机时段",
  "Code": "代码", "Propose a change": "提交变更", "Action": "动作", "Payload": "内容", "Propose": "提交", "Approve": "通过", "Reject": "驳回",
  "Withdraw": "撤回", "To decide": "待我审批", "Mine": "我提交的", "All": "全部", "Proposed by": "提交人", "Decided by": "审批人", "Note": "备注",
  "Expires": "到期", "Target": "对象", "Result": "结果", "One-time password, shown this once": "一次性密码，仅显示一次", "In use": "使用中",
  "Versions": "版本", "Version": "版本", "Published by": "发布人", "Activated by": "启用人", "Diagram": "流程图", "Text": "文本",
  "Publish a version": "发布版本", "Publish": "发布", "Activate": "启用", "Diverging tasks that I looked at": "已核对的差异任务数",
  "Kind": "类别", "Flow": "流程", "Channel": "渠道", "Resume": "继续", "Log": "日志", "Users": "用户", "Roles": "角色", "Permissions": "权限",
  "Who": "操作人", "When": "时间", "What": "动作", "From": "从", "Until": "到", "Before": "之前", "After": "之后", "Done": "完成",
  "Instances": "实例", "Registered": "已注册", "Unused RPC": "无调用者接口", "Provider": "提供方", "Consumers": "消费者", "Calls": "调用数",
  "RPC in use": "接口使用", "Days": "天数", "Show": "显示", "unused": "无人使用", "counted too short": "计数不足", "not known": "未知", "in use": "使用中",
  "Counted since": "计数起始", "Last call": "最近调用", "Methods": "方法",
  "A method is unused when no consumer of its contract is registered, it was not called in these days, and it has been counted for as long.":
    "方法无人使用：接口没有已注册的消费者，这些天内没有调用，并且计数已满这些天。",
  "Orders by state over time, UTC": "各状态订单走势（UTC）", "As a table": "表格", "Span": "时段", "a day": "一天", "7 days": "7 天", "30 days": "30 天", "a year": "一年",
  "Started": "启动时间", "Registry": "注册中心", "Service": "接口", "Last time": "最近操作", "yes": "是", "no": "否", "running": "进行中",
  "ONLINE": "在线", "PARTIAL": "部分在线", "OFFLINE": "离线", "Take offline": "下线", "Bring online": "上线", "no agent": "无下线代理", "Cancel": "取消", "Refused": "被拒绝",
  "It has begun; the page shows how it goes on.": "已开始，进度见本页。",
  "Callers go to the other instances, calls that run are finished, messages and jobs pause. The process lives on.": "调用方转到其他实例，进行中的调用会完成，消息与任务暂停，进程不退出。",
  "I want that callers of these services fail.": "我确认这些接口的调用方将失败。", "Take offline all the same": "仍然下线",
  "Slow SQL": "慢 SQL", "Most time": "耗时最多", "in total": "合计", "on average": "平均", "once": "单次", "since": "自", "Statement": "语句",
  "Total, ms": "合计（毫秒）", "Average, ms": "平均（毫秒）", "Slowest, ms": "最慢（毫秒）",
  "Method": "方法", "Interface": "接口", "The session has ended; log in again.": "会话已结束，请重新登录。", "Language": "语言",
  "Replay shows": "回放差异", "replayed": "已回放", "diverging": "有差异", "Times are UTC": "时间为 UTC", "yuan": "元", "lead": "牵头",
  "Acquisition channels": "获客渠道", "Daily statistics": "每日统计", "Customer managers": "客户经理", "Customer manager": "客户经理", "Orders of my customers": "我的客户订单",
  "channel APPLIED": "已申请", "channel REVIEWED": "已审核", "channel REJECTED": "已驳回", "channel ENABLED": "已启用", "channel DISABLED": "已停用", "channel CLOSED": "已关闭",
  "channel kind APP": "自有应用", "channel kind H5": "自有网页", "channel kind PARTNER": "合作方", "channel kind OFFLINE": "线下",
  "Applied by": "申请人", "Reviewed by": "审核人", "Apply for a channel": "申请渠道", "Apply": "申请", "Life cycle": "生命周期", "now": "当前", "Review": "审核", "Decision": "结论", "Accept": "通过",
  "Another person reviews what you applied for.": "您申请的渠道须由他人审核。", "It is carried out when another person has approved it.": "须经另一人审批后执行。", "Change": "变更",
  "Enable": "启用", "Disable": "停用", "Close for ever": "永久关闭", "Number": "编号", "Whose customer": "客户归属", "Assign": "分配", "Register a customer manager": "登记客户经理", "Register": "登记",
  "Submitted": "进件", "Lent": "放款", "Waiting": "处理中", "Failed": "失败", "Overdue orders": "逾期单数", "Overdue amount": "逾期金额", "Orders by day": "每日订单", "Overdue amount by day": "每日逾期金额",
  "Channel, empty for all": "渠道（空为全部）", "Day": "日期", "without a channel": "无渠道",
  "Orders count on the day they were submitted; what is overdue is as it was at the end of the day, whenever the orders were submitted.": "订单按进件日统计；逾期为当日日终余额，与进件日无关。",
  "What was done on the fund side": "资金侧操作", "Second person": "复核人", "Breakers": "熔断器", "Endpoint": "接口地址", "Held": "人工保持", "until": "至", "Minutes": "分钟", "calls pass": "放行", "no calls": "拦截",
  "Hold open": "强制熔断", "Hold closed": "强制放行", "Let go": "恢复自动", "As measured by": "测量实例",
  "A breaker stops the calls of one endpoint when too many fail or are slow. Held open, no call passes; held closed, every call passes.":
    "失败或过慢的调用过多时，熔断器拦截该接口的调用。强制熔断：全部拦截；强制放行：全部放行。",
  "INIT": "初始", "LOAN OUT PENDING": "放款中", "LOAN OUT OK": "待支付结果", "ACTIVE": "生效", "FAILED": "失败", "CLOSED": "关闭",
  "REFUNDED": "已退款", "SETTLED": "已结清",
};
// What is a word for the page and not for people, in English.
const ENGLISH = {
  "channel APPLIED": "applied", "channel REVIEWED": "reviewed", "channel REJECTED": "rejected", "channel ENABLED": "enabled", "channel DISABLED": "disabled", "channel CLOSED": "closed",
  "channel kind APP": "own app", "channel kind H5": "own pages", "channel kind PARTNER": "partner", "channel kind OFFLINE": "offline",
};
let language = localStorage.getItem("language") || (navigator.language.startsWith("zh") ? "zh" : "en");

export const t = (words) => (language === "zh" && CHINESE[words]) || ENGLISH[words] || words;
export const spoken = () => language;
export function speak(other) {
  language = other;
  localStorage.setItem("language", other);
}
export const ORDER_STATES = {10: "INIT", 20: "LOAN OUT PENDING", 30: "LOAN OUT OK", 40: "ACTIVE", 50: "FAILED", 60: "CLOSED", 80: "REFUNDED", 90: "SETTLED"};
export const orderState = (code) => `${code} ${t(ORDER_STATES[code] || "")}`;

/** Fen as yuan, by whole numbers. */
export function yuan(fen) {
  if (fen === null || fen === undefined) return "";
  const amount = Math.abs(fen);
  const whole = Math.trunc(amount / 100).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${whole}.${String(amount % 100).padStart(2, "0")}`;
}
export const time = (text) => (text ? text.replace("T", " ").replace(/\.\d+$/, "") : "");
