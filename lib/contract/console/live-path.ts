/** Where the event stream of `LiveHint`s is. */
export const LIVE_PATH = '/api/console/events'
