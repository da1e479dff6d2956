/** Why an address cannot be that of a webhook; null if it can. */
export type WebhookUrlProblem = 'notUrl' | 'scheme' | 'credentials'

export function webhookUrlProblem(text: string): WebhookUrlProblem | null {
  if (!URL.canParse(text)) return 'notUrl'
  const { protocol, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'scheme'
  return username === '' && password === '' ? null : 'credentials'
}
