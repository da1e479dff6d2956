import type { ReactNode } from 'react'
import { ClusterFrame } from '@/components/cluster/frame/cluster-frame'

type ClusterLayoutProps = { children: ReactNode; params: Promise<{ clusterId: string }> }

export default async function ClusterLayout({ children, params }: ClusterLayoutProps) {
  const { clusterId } = await params
  return <ClusterFrame clusterId={decodeURIComponent(clusterId)}>{children}</ClusterFrame>
}
