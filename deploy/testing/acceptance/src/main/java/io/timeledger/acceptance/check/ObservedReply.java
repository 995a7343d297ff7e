package io.timeledger.acceptance.check;

/// A reply on `time.replies.v1`.
///
/// @param outcome its content, equal for equal outcomes
record ObservedReply(String workspace, String commandId, String outcome) {}
