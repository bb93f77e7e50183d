package dev.parley.bench.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The one thread on which all clients of a run live, so that their state needs no locks and costs little. */
public final class Loop implements AutoCloseable {
    private static final DefaultThreadFactory DAEMONS = new DefaultThreadFactory("clients", true);
    private final EventLoopGroup group =
            Epoll.isAvailable() ? new EpollEventLoopGroup(1, DAEMONS) : new NioEventLoopGroup(1, DAEMONS);

    public EventLoopGroup group() {
        return group;
    }

    public Class<? extends SocketChannel> channel() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    public Class<? extends ServerSocketChannel> serverChannel() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    public void run(Runnable task) {
        group.execute(task);
    }

    /** Asks on the loop's thread and waits for the answer; must not be called on that thread. */
    public <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        group.execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public void after(long millis, Runnable task) {
        group.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
