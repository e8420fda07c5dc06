// Makes test/types/relations.types.ts from test/types/relations.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { printRelations } from './corpus/print-relations.ts'
import type { Relation } from './corpus/relations.ts'
import { loadSpec } from './spec/load.ts'

const folder = new URL('../test/types/', import.meta.url)
const relations = JSON.parse(readFileSync(new URL('relations.json', folder), 'utf8')) as readonly Relation[]
const { text, ...counts } = printRelations(relations, await loadSpec())
writeFileSync(new URL('relations.types.ts', folder), text)
console.log(counts)
