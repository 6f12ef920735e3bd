export { Entrance } from './entrance';
export { ForcedPasswordPage } from './forced-password-page';
export { openSession, signOut } from './open-session';
export { usePreferences } from './preferences';
export { ProfilePage } from './profile-page';
export { useCan, useMe, useMyPermissions, useSystemInfo } from './queries';
export { SessionsPage } from './sessions-page';
export { SetupPage } from './setup-page';
export { SignInPage } from './sign-in-page';
