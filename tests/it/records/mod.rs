//! What happened and what people keep: audit trail, events, jobs, views, notifications, drafts, search.
mod audit;
mod chain;
mod desk;
mod drafts;
mod events;
mod found;
mod heard;
mod jobs;
mod notifications;
mod presence;
mod search;
mod stream;
mod tail;
mod views;
mod webhooks;
