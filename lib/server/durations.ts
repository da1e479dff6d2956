/** How often something was done and how long it took, in all. */
export class Durations {
  count = 0
  seconds = 0

  add(ms: number): void {
    this.count += 1
    this.seconds += ms / 1000
  }
}
