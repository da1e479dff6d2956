import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { Database } from '../db'

/**
 * A process that can be killed at any of its await points. Everything it asks the database or the runtime is
 * counted; when the chosen one has taken effect it dies, and from then on nothing ever answers it again: what SIGKILL
 * does, without ending the test.
 */
export class Life {
  steps = 0
  readonly over: Promise<void>
  #isOver = false
  #end: () => void = () => undefined
  readonly #lastStep: number

  constructor(lastStep: number) {
    this.#lastStep = lastStep
    this.over = new Promise((resolve) => {
      this.#end = resolve
    })
  }

  get isOver(): boolean {
    return this.#isOver
  }

  end(): void {
    this.#isOver = true
    this.#end()
  }

  async step<T>(effect: () => PromiseLike<T>): Promise<T> {
    if (this.isOver) return never()
    this.steps += 1
    const isLast = this.steps === this.#lastStep
    const result = await effect()
    if (isLast) this.end()
    return this.isOver ? never() : result
  }
}

const never = <T>(): Promise<T> => new Promise(() => undefined)

/** Statements inside a transaction belong to its one step. */
export function mortalDatabase(database: Database, life: Life): Database {
  return new Proxy(database, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (key === '$transaction') {
        return (statements: Parameters<Database['$transaction']>[0]) =>
          life.step(() => target.$transaction(statements))
      }
      if (typeof member === 'function') return member.bind(target)
      return typeof member === 'object' && member !== null ? mortalModel(member, life) : member
    },
  })
}

const mortalModel = (model: object, life: Life): object =>
  new Proxy(model, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function') return method
      return (...parameters: unknown[]): unknown => mortalStatement(method.call(target, ...parameters), life)
    },
  })

/** A statement takes effect when it is awaited, or as part of a transaction. */
function mortalStatement(statement: unknown, life: Life): unknown {
  if (!isStatement(statement)) return statement
  return new Proxy(statement, {
    get(target, key) {
      if (key === 'then') {
        return (...handlers: Parameters<Promise<unknown>['then']>) =>
          life.step(() => target).then(...handlers)
      }
      const member: unknown = Reflect.get(target, key)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

const isStatement = (value: unknown): value is PromiseLike<unknown> & object =>
  typeof value === 'object' && value !== null && 'then' in value

export function mortalRuntime<Runtime extends BrokerRuntime>(runtime: Runtime, life: Life): Runtime {
  return new Proxy(runtime, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (typeof member !== 'function') return member
      return (...parameters: unknown[]): unknown => life.step(async () => member.call(target, ...parameters))
    },
  })
}
