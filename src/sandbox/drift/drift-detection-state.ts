/** A drift detection that was started. */
export interface DriftDetectionState {
  readonly id: string
  readonly stackId: string
  readonly startedAt: number
  /** The resources to look at; all when absent. */
  readonly logicalIds?: readonly string[]
  status: 'DETECTION_IN_PROGRESS' | 'DETECTION_COMPLETE' | 'DETECTION_FAILED'
  reason?: string | undefined
  /** What was found in the end. */
  result?: { readonly status: 'DRIFTED' | 'IN_SYNC'; readonly drifted: number } | undefined
}
