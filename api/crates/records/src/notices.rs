//! What people are told of here, as the channels put it: a mail names no record.

kernel::notices! {
    WEBHOOK_DISABLED = "webhook.disabled", always, "您的事件推送已停用", "您的事件推送已停用", "A webhook of yours was disabled";
}
