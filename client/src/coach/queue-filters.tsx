import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outcome } from '#core/protocol/chat/frames.ts'
import { intentWords, namedIntents } from '#core/protocol/chat/intent-words.ts'
import type { RaceSummary } from '#core/protocol/rest/race-answer.ts'
import type { ReviewFilter } from '#core/protocol/review/review-query.ts'
import { QueueReason, QueueState, Verdict } from '#core/protocol/review/verdict.ts'
import { racesQuery } from '../api/season-queries.ts'
import { Pick } from '../compare/pick.tsx'
import { outcomeWords, reasonWords, stateWords, verdictWords } from './coach-words.ts'
import type { FilterName } from './queue-filter.ts'

type QueueFiltersProps = {
  readonly filter: ReviewFilter
  readonly onChange: (name: FilterName, value: string) => void
}

/** Search by words, and what is looked for most; the rest is one step away. */
export function QueueFilters(props: QueueFiltersProps) {
  const { data: races = [] } = useQuery(racesQuery())
  return (
    <Box sx={column}>
      <Typed name="words" label="Words of question or answer" {...props} />
      {firstChoices.map((choice) => (
        <Chosen key={choice.name} {...choice} {...props} />
      ))}
      <Box component="details" sx={{ '& > summary': { cursor: 'pointer', minHeight: 32 } }}>
        <summary>More filters</summary>
        <Box sx={{ ...column, pt: 2 }}>
          {[...moreChoices, ...placesOf(races)].map((choice) => (
            <Chosen key={choice.name} {...choice} {...props} />
          ))}
          <Typed name="car" label="Car" {...props} />
          <Typed name="writer" label="Writer: composer, or a model’s name" {...props} />
          <Typed name="from" label="Asked from" type="date" {...props} />
          <Typed name="to" label="Asked until" type="date" {...props} />
        </Box>
      </Box>
    </Box>
  )
}

type FilterChoice = {
  readonly name: FilterName
  readonly label: string
  readonly options: readonly Option[]
}
type Option = { readonly value: string; readonly text: string }

const firstChoices: readonly FilterChoice[] = [
  { name: 'state', label: 'State', options: inWords(QueueState.options, stateWords) },
  { name: 'reason', label: 'Why it is here', options: inWords(QueueReason.options, reasonWords) },
]

const moreChoices: readonly FilterChoice[] = [
  { name: 'outcome', label: 'Outcome', options: inWords(Outcome.options, outcomeWords) },
  { name: 'verdict', label: 'Verdict', options: inWords(Verdict.options, verdictWords) },
  {
    name: 'intent',
    label: 'What was asked',
    options: namedIntents.map((value) => ({ value, text: intentWords(value) ?? value })),
  },
]

function inWords<Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, string>>,
): readonly Option[] {
  return names.map((value) => ({ value, text: words[value] }))
}

function placesOf(races: readonly RaceSummary[]): readonly FilterChoice[] {
  const tracks = new Map(races.map(({ trackId, trackName }) => [trackId, trackName]))
  return [
    {
      name: 'trackId',
      label: 'Track',
      options: [...tracks].map(([value, text]) => ({ value, text })),
    },
    {
      name: 'raceId',
      label: 'Race',
      options: races.map(({ raceId, trackName, raceNumber }) => ({
        value: raceId,
        text: `${trackName}, race ${raceNumber}`,
      })),
    },
  ]
}

function Chosen({ name, label, options, filter, onChange }: QueueFiltersProps & FilterChoice) {
  const value = filter[name] ?? ''
  const isKnown = value === '' || options.some((option) => option.value === value)
  return (
    <Pick
      label={label}
      value={value}
      options={[
        { value: '', text: 'any' },
        ...(isKnown ? [] : [{ value, text: value }]),
        ...options,
      ]}
      onPick={(value) => onChange(name, value)}
    />
  )
}

const column = { display: 'flex', flexDirection: 'column', gap: 3 } as const

type TypedProps = QueueFiltersProps & {
  readonly name: FilterName
  readonly label: string
  readonly type?: 'text' | 'date'
}

/** Looked for when it is left or confirmed, not at every letter. */
function Typed({ name, label, type = 'text', filter, onChange }: TypedProps) {
  const kept = filter[name] ?? ''
  const [text, setText] = useState(kept)
  const [before, setBefore] = useState(kept)
  if (before !== kept) {
    setBefore(kept)
    setText(kept)
  }
  const apply = () => {
    if (text !== kept) onChange(name, text)
  }
  return (
    <TextField
      size="small"
      label={label}
      type={type}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply()
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}
