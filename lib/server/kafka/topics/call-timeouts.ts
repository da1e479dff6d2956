/** What Kafka may take for a change before it says REQUEST_TIMED_OUT. */
export const CHANGE_TIMEOUT_MS = 15_000
/** We listen a little longer than that, so that the answer is Kafka's own. */
export const CHANGE_ANSWER_TIMEOUT_MS = CHANGE_TIMEOUT_MS + 2_000
export const QUESTION_TIMEOUT_MS = 5_000
/** Until every broker knows of a change. Past it the change stands, but a broker may still show the old state. */
export const SETTLE_TIMEOUT_MS = 5_000
