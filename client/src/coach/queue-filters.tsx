import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outcome } from '#core/protocol/chat/frames.ts'
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
export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const { data: races = [] } = useQuery(racesQuery())
  const tracks = [...new Map(races.map((race) => [race.trackId, race.trackName]))]
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Typed name="words" label="Words of question or answer" filter={filter} onChange={onChange} />
      <Chosen
        name="state"
        label="State"
        words={stateWords}
        options={QueueState.options}
        {...{ filter, onChange }}
      />
      <Chosen
        name="reason"
        label="Why it is here"
        words={reasonWords}
        options={QueueReason.options}
        {...{ filter, onChange }}
      />
      <Box component="details" sx={{ '& > summary': { cursor: 'pointer', minHeight: 32 } }}>
        <summary>More filters</summary>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, pt: 2 }}>
          <Chosen
            name="outcome"
            label="Outcome"
            words={outcomeWords}
            options={Outcome.options}
            {...{ filter, onChange }}
          />
          <Chosen
            name="verdict"
            label="Verdict"
            words={verdictWords}
            options={Verdict.options}
            {...{ filter, onChange }}
          />
          <Pick
            label="Track"
            value={filter.trackId ?? ''}
            options={[any, ...tracks.map(([value, text]) => ({ value, text }))]}
            onPick={(value) => onChange('trackId', value)}
          />
          <Pick
            label="Race"
            value={filter.raceId ?? ''}
            options={[
              any,
              ...races.map((race) => ({
                value: race.raceId,
                text: `${race.trackName}, race ${race.raceNumber}`,
              })),
            ]}
            onPick={(value) => onChange('raceId', value)}
          />
          <Typed name="car" label="Car" filter={filter} onChange={onChange} />
          <Typed name="intent" label="Intent" filter={filter} onChange={onChange} />
          <Typed
            name="writer"
            label="Writer: composer, or a model’s name"
            filter={filter}
            onChange={onChange}
          />
          <Typed name="from" label="Asked from" type="date" filter={filter} onChange={onChange} />
          <Typed name="to" label="Asked until" type="date" filter={filter} onChange={onChange} />
        </Box>
      </Box>
    </Box>
  )
}

const any = { value: '', text: 'any' }

type ChosenProps<Name extends string> = QueueFiltersProps & {
  readonly name: FilterName
  readonly label: string
  readonly words: Readonly<Record<Name, string>>
  readonly options: readonly Name[]
}

function Chosen<Name extends string>({
  name,
  label,
  words,
  options,
  filter,
  onChange,
}: ChosenProps<Name>) {
  return (
    <Pick
      label={label}
      value={filter[name] ?? ''}
      options={[any, ...options.map((value) => ({ value, text: words[value] }))]}
      onPick={(value) => onChange(name, value)}
    />
  )
}

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
