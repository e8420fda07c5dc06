/** A drift detection that was started. */
export interface DriftDetectionState {
  readonly id: string
  readonly stackId: string
  readonly startedAt: number
  status: 'DETECTION_IN_PROGRESS' | 'DETECTION_COMPLETE' | 'DETECTION_FAILED'
  reason?: string | undefined
}
