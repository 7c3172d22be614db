package org.leadrelay.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A race in a test: each deed on a thread of its own, all let go by one barrier. Hands back what each came to, in the
 * order given; a deed that throws or does not end fails the test by its number, once all others have ended. A deed that
 * acts as a person says so itself, since logins belong to threads.
 */
public final class AtOnce {

    private static final long SECONDS = 120;

    private AtOnce() {}

    /** What one of several does, by its number from 0. */
    @FunctionalInterface
    public interface Deed<T> {
        T of(int number) throws Exception;
    }

    public static <T> List<T> atOnce(Callable<? extends T> one, Callable<? extends T> other) {
        return race(List.of(one, other));
    }

    public static <T> List<T> atOnce(int many, Deed<? extends T> deed) {
        List<Callable<? extends T>> deeds = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            deeds.add(() -> deed.of(number));
        }
        return race(deeds);
    }

    private static <T> List<T> race(List<Callable<? extends T>> deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> deed : deeds) {
                running.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return deed.call();
                }));
            }
            return outcomes(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> outcomes(List<Future<T>> running) {
        List<T> outcomes = new ArrayList<>();
        List<AssertionError> failed = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            try {
                outcomes.add(running.get(i).get(SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                failed.add(failure(i, running.size(), "failed: " + e.getCause(), e.getCause()));
            } catch (TimeoutException e) {
                failed.add(
                        failure(i, running.size(), "still runs after " + SECONDS + " s; all threads:\n" + stacks(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure(i, running.size(), "was interrupted", e);
            }
        }
        if (!failed.isEmpty()) {
            failed.subList(1, failed.size()).forEach(failed.get(0)::addSuppressed);
            throw failed.get(0);
        }
        return outcomes;
    }

    private static AssertionError failure(int number, int of, String how, Throwable cause) {
        return new AssertionError("Of %d at once number %d %s".formatted(of, number, how), cause);
    }

    private static String stacks() {
        StringBuilder stacks = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().startsWith("pool-")) {
                stacks.append(thread.getName()).append('\n');
                Arrays.stream(stack)
                        .limit(25)
                        .forEach(each -> stacks.append("    ").append(each).append('\n'));
            }
        });
        return stacks.toString();
    }
}
