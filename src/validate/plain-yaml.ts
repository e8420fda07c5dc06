import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'
import { isShortForm } from './short-form.ts'

/** A value of a text of YAML: where it begins, after its tag, and what it is. */
export interface PlainNode {
  readonly offset: number
  /** `!Ref` and the like; empty when there is none. */
  readonly tag: string
  readonly content: PlainScalar | readonly PlainNode[] | ReadonlyMap<string, PlainMember>
}

export interface PlainScalar {
  readonly text: string
  readonly isQuoted: boolean
}

export interface PlainMember {
  /** Where the key begins, its quotes included. */
  readonly offset: number
  readonly isQuoted: boolean
  readonly value: PlainNode
}

/**
 * Parses YAML as most templates write it, four times as fast as the library that knows all of it. Undefined for everything else: what is
 * wrong in any way, anchors, merged keys, directives, tags that are no short forms.
 */
export function parsePlainYaml(text: string): PlainNode | undefined {
  // A mark of byte order, a directive.
  if (/^(?:\uFEFF|%)/m.test(text)) return undefined
  try {
    const events = parseEvents(text, {})
    return isOneDocument(events) ? new Builder(text, events).node() : undefined
  } catch {
    return undefined
  }
}

function isOneDocument(events: readonly Event[]): boolean {
  return events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length === 1
}

/** Ends the parsing: the text is not as plain as it has to be. */
class NotPlain extends Error {}

/** Turns the flat list of events into nodes. */
class Builder {
  readonly #text: string
  readonly #events: readonly Event[]
  /** The first event is that of the document. */
  #next = 1

  constructor(text: string, events: readonly Event[]) {
    this.#text = text
    this.#events = events
  }

  node(): PlainNode {
    const event = this.#take()
    if (!('tagStart' in event) || event.anchorStart >= 0) throw new NotPlain()
    const tag = event.tagStart < 0 ? '' : this.#text.slice(event.tagStart, event.tagEnd)
    if (tag !== '' && !isShortForm(tag)) throw new NotPlain()
    if ('valueStart' in event) return { tag, offset: this.#offsetOf(event), content: this.#scalar(event) }
    const content = event.type === EVENT_ID.SEQUENCE ? this.#items() : this.#members()
    return { tag, offset: event.start, content }
  }

  #items(): readonly PlainNode[] {
    const items: PlainNode[] = []
    while (!this.#isClosed()) items.push(this.node())
    return items
  }

  #members(): ReadonlyMap<string, PlainMember> {
    const members = new Map<string, PlainMember>()
    while (!this.#isClosed()) {
      const { tag, offset, content } = this.node()
      if (tag !== '' || !('text' in content) || members.has(content.text)) throw new NotPlain()
      if (!content.isQuoted && (content.text === '<<' || isNull(content.text))) throw new NotPlain()
      members.set(content.text, { offset, isQuoted: content.isQuoted, value: this.node() })
    }
    return members
  }

  #scalar(event: ScalarEvent): PlainScalar {
    return { text: getScalarValue(this.#text, event), isQuoted: event.style !== SCALAR_STYLE.PLAIN }
  }

  #offsetOf({ valueStart, style }: ScalarEvent): number {
    const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
    return isQuoted ? valueStart - 1 : valueStart
  }

  #isClosed(): boolean {
    if (this.#events[this.#next]?.type !== EVENT_ID.POP) return false
    this.#next++
    return true
  }

  #take(): Event {
    const event = this.#events[this.#next++]
    if (event === undefined) throw new NotPlain()
    return event
  }
}

export function isNull(text: string): boolean {
  return /^(?:~|null|Null|NULL|)$/.test(text)
}
