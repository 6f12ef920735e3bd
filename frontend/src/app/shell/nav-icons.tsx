import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  ControlOutlined,
  DesktopOutlined,
  EyeOutlined,
  FileOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  KeyOutlined,
  NotificationOutlined,
  PieChartOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { NavLabel } from '@/shared/ui/navigation/route-data';

const icons: Partial<Record<NavLabel, ComponentType>> = {
  workbench: HomeOutlined,
  clients: IdcardOutlined,
  clientSubmissions: InboxOutlined,
  clientReports: BarChartOutlined,
  rules: BookOutlined,
  parameters: ControlOutlined,
  calendar: CalendarOutlined,
  people: TeamOutlined,
  departments: ApartmentOutlined,
  sites: BankOutlined,
  roles: SafetyCertificateOutlined,
  dutyConflicts: SwapOutlined,
  delegations: UserSwitchOutlined,
  apiKeys: KeyOutlined,
  audit: AuditOutlined,
  jobs: ClockCircleOutlined,
  notifications: BellOutlined,
  profile: UserOutlined,
  sessions: DesktopOutlined,
  mySecrecy: SolutionOutlined,
  clientOversight: EyeOutlined,
  clientInstructions: NotificationOutlined,
  clientPlans: ScheduleOutlined,
  clientMarket: PieChartOutlined,
  clientMaterials: FolderOpenOutlined,
  clientSecrecy: SolutionOutlined,
};

export function NavIcon({ label }: { label: NavLabel }) {
  const Icon = icons[label] ?? FileOutlined;
  return <Icon aria-hidden />;
}
