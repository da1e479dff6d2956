/**
 * Every bound of the planner in one place, milliseconds. Bounds of waiting count from the last progress, and never
 * from before the looks came without a gap (`World.evidenceSince`).
 */

/** Volumes are counted in the background, large ones seldom. */
export const VOLUMES_FRESH_MS = 150_000

/**
 * A broker stopped at its limit is given this long to delete what it need not hold any more: Kafka begins half a
 * minute after a start, and lets go of files a minute after they were deleted.
 */
export const FREE_FOR_MS = 150_000
/** … this often, also when nobody is known to have asked for it. */
export const FREE_EVERY_MS = 900_000

/** A look older than this is as good as none. */
export const FRESH_MS = 5_000

/** A voter this far behind the leader does not count. Kafka's own fetch timeout of a voter is 2 s. */
export const VOTER_LAG_MAX_MS = 5_000

/** A boot serving this long, counted from its start, has proven its specification. */
export const SOAK_MS = 15_000

/** … and not before it has been seen serving for this long. */
export const SERVED_MS = 5_000

/** An operation does not wait longer than this for Mosaik's own client to be ready; it then goes unmeasured. */
export const CANARY_START_MS = 20_000

/** A broker that came back gets its leaders back for so long; later Kafka's own balancing does it. */
export const LEADERS_BACK_MS = 60_000

/** Kafka refused a setting for this long: it is not going to take it. */
export const REFUSED_MS = 5_000

/** Distinct boots of one specification that may fail before it is given up. */
export const BOOTS_MAX = 3

/** Boots remembered as failed; more of them tell nothing new. */
export const FAILED_BOOTS_KEPT = 8

/**
 * With so many failed boots in a row healing gives a node up: a person has to look. It is still tried once in a long
 * while, for what stood in its way may be gone (a full disk that somebody emptied) without anybody saying so.
 */
export const HEALING_BOOTS_MAX = 8
export const GIVEN_UP_REST_MS = 600_000

/** A process that neither answers nor recovers its logs is forced to end after this. */
export const SILENT_BOOT_MS = 90_000

/** A process that a signal suspended is ended after this: whoever suspended it for a moment goes on before. */
export const FROZEN_MS = 4_000

/** A running process that does not serve although the quorum would have it. Sessions of MSK's defaults are 18 s. */
export const HUNG_MS = 20_000

/** What has stood like this for so long is written down as an incident, long before anything is ended for it. */
export const UNRESPONSIVE_MS = 3_000
export const FENCED_MS = 5_000
export const NO_LEADER_MS = 3_000

/** An operation this young has a release prepared again that failed before. */
export const RELEASE_RETRY_MS = 5_000

/** Between a request to stop and the force. A controlled shutdown moves its leaders within a few seconds. */
export const STOP_GRACE_MS = 45_000

/** The same for the controller that goes last: nobody is left to whom it could hand over. */
export const LAST_CONTROLLER_GRACE_MS = 400

/** Rest before a crashed node is started again: doubled with each failed boot, up to the bound. */
export const RESTART_REST_MS = 1_000
export const RESTART_REST_MAX_MS = 60_000

/**
 * Moves made again and again without progress. Longer than the waits that may come before a move, so that a permit
 * granted late can still be used.
 */
export const MOVE_DEADLINE_MS = 330_000

/** Without progress, an operation gives up on … */
export const RELEASE_DEADLINE_MS = 600_000
export const BOOT_DEADLINE_MS = 180_000
export const RECOVERY_DEADLINE_MS = 600_000
export const REGISTRATION_DEADLINE_MS = 120_000
export const QUORUM_DEADLINE_MS = 120_000
export const CATCH_UP_DEADLINE_MS = 300_000
export const PERMIT_DEADLINE_MS = 300_000
export const SOAK_DEADLINE_MS = 120_000
export const CANARY_DEADLINE_MS = 60_000
export const SETTINGS_DEADLINE_MS = 30_000
export const FEATURES_DEADLINE_MS = 30_000
/** A partition counts when it is there: one of a hundred gigabytes takes its time. */
export const PLACEMENT_DEADLINE_MS = 3_600_000
export const DRAINED_DEADLINE_MS = 120_000
export const STOP_DEADLINE_MS = 180_000
export const LOOK_DEADLINE_MS = 180_000
export const VERIFY_DEADLINE_MS = 60_000
