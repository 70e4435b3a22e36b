/**
 * The shapes of answers, each loaded with its first answer: a view that the service drew has its answers in the
 * page, and needs none to stand.
 */
export const shapes = {
  CarSectionsAnswer: async () =>
    (await import('#core/protocol/rest/car-sections-answer.ts')).CarSectionsAnswer,
  CarsAnswer: async () => (await import('#core/protocol/rest/car-summary.ts')).CarsAnswer,
  CoachingAnswer: async () =>
    (await import('#core/protocol/rest/coaching-answer.ts')).CoachingAnswer,
  FactAnswer: async () => (await import('#core/protocol/rest/fact-answer.ts')).FactAnswer,
  FieldAnswer: async () => (await import('#core/protocol/rest/field-answer.ts')).FieldAnswer,
  LapChartAnswer: async () =>
    (await import('#core/protocol/rest/lap-chart-answer.ts')).LapChartAnswer,
  LapSectionsAnswer: async () =>
    (await import('#core/protocol/rest/lap-sections-answer.ts')).LapSectionsAnswer,
  LedgerAnswer: async () => (await import('#core/protocol/rest/ledger-answer.ts')).LedgerAnswer,
  PatternsAnswer: async () =>
    (await import('#core/protocol/rest/patterns-answer.ts')).PatternsAnswer,
  QualityAnswer: async () => (await import('#core/protocol/rest/quality-answer.ts')).QualityAnswer,
  RaceAnswer: async () => (await import('#core/protocol/rest/race-answer.ts')).RaceAnswer,
  RaceCompositeAnswer: async () =>
    (await import('#core/protocol/rest/composite-answer.ts')).RaceCompositeAnswer,
  RacesAnswer: async () => (await import('#core/protocol/rest/race-answer.ts')).RacesAnswer,
  TrackAnswer: async () => (await import('#core/protocol/rest/track-answer.ts')).TrackAnswer,
  TrackCompositeAnswer: async () =>
    (await import('#core/protocol/rest/composite-answer.ts')).TrackCompositeAnswer,
  TracksAnswer: async () => (await import('#core/protocol/rest/track-answer.ts')).TracksAnswer,
  WeatherAnswer: async () => (await import('#core/protocol/rest/weather-answer.ts')).WeatherAnswer,
} as const
