import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Settings = Schemas['NotificationSettings'];
export type Channel = Schemas['NotificationChannel'];
export type MailChoice = Schemas['MailChoice'];
export type SettingsPatch = Schemas['NotificationSettingsInputPatch_NotificationSettingsInput'];
type CalendarFeed = Schemas['CalendarFeed'];

const settingsKey = ['notification-settings'];
const feedKey = ['calendar-feed'];

const readSettings = () => answer(api.GET('/api/v1/me/notification-settings'));

export function useSettings() {
  return useQuery({
    queryKey: settingsKey,
    queryFn: readSettings,
    // The address is the one of one's profile, and a change of the settings is one of the person.
    meta: { changedBy: ['person'] },
  });
}

/** How the settings are changed, and read anew where somebody else was faster. */
export function useChangeSettings() {
  const cache = useQueryClient();
  const shown = (settings: Settings) => {
    cache.setQueryData(settingsKey, settings);
    return settings;
  };
  return {
    change: async (body: SettingsPatch, version: number) =>
      shown(
        await answer(
          api.PATCH('/api/v1/me/notification-settings', { params: { header: ifMatch(version) }, body }),
        ),
      ),
    latest: async () => shown(await readSettings()),
  };
}

export function useCalendarFeed() {
  return useQuery({
    queryKey: feedKey,
    queryFn: () => answer(api.GET('/api/v1/me/calendar-feed')),
    meta: { changedBy: ['person'] },
  });
}

/** The link itself is in this answer alone: the cache keeps that there is one, and not which. */
export function useMakeCalendarFeed() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/calendar-feed')),
    onSuccess: (feed) => cache.setQueryData<CalendarFeed>(feedKey, { ...feed, url: null }),
  });
}

export function useEndCalendarFeed() {
  const cache = useQueryClient();
  return useMutation({
    // It has no version: whichever link there is ends.
    mutationFn: () => answer(api.DELETE('/api/v1/me/calendar-feed')),
    onSettled: () => cache.invalidateQueries({ queryKey: feedKey }),
  });
}
