package dev.parley.bench.frame;

import java.util.ArrayList;
import java.util.List;

/** Frames and bodies as honest clients send them: what mutation begins with. */
final class HonestFrames {
    private HonestFrames() {}

    /** Frames of a visitor or an agent about the conversation. */
    static List<String> of(String kind, String conversation) {
        List<String> frames = new ArrayList<>(List.of(
                "{'type':'send','ref':'1','clientId':'c','text':'a new matter','department':null}",
                "{'type':'send','ref':'1','clientId':'c','conversation':'@','text':'Where is it?'}",
                "{'type':'send','ref':'1','clientId':'c','conversation':'@','text':'See','files':[],'replyTo':'m1','form':{}}",
                "{'type':'history','ref':'2','conversation':'@','after':0,'limit':20}",
                "{'type':'history','ref':'2','conversation':'@','before':9,'limit':5}",
                "{'type':'typing','conversation':'@','on':true,'preview':'Whe'}",
                "{'type':'read','conversation':'@','seq':1}",
                "{'type':'ping'}",
                "{'type':'close','ref':'3','conversation':'@'}",
                "{'type':'rate','ref':'4','conversation':'@','score':5,'comment':'good','reasons':['fast']}",
                "{'type':'hello','token':'x','resume':{'@':0}}"));
        if (kind.equals("agent")) {
            frames.addAll(List.of(
                    "{'type':'presence','ref':'5','status':'away','reason':'lunch'}",
                    "{'type':'accept','ref':'6','conversation':'@'}",
                    "{'type':'decline','ref':'7','conversation':'@'}",
                    "{'type':'transfer','ref':'8','conversation':'@','to':{'department':'x'},'comment':'yours'}",
                    "{'type':'transfer','ref':'8','conversation':'@','to':{'agent':'x'}}",
                    "{'type':'note','ref':'9','clientId':'c','conversation':'@','text':'for us'}",
                    "{'type':'open','ref':'10','conversation':'@'}"));
        }
        return frames.stream()
                .map(frame -> frame.replace('\'', '"').replace("@", conversation))
                .toList();
    }

    /** Bodies of REST; the account does not exist, so that no real one is locked out. */
    static List<String> bodies() {
        return List.of(
                "{\"email\":\"nobody@acme.example\",\"password\":\"guess\"}",
                "{\"email\":\"nobody@acme.example\",\"password\":\"guess\",\"code\":\"123456\"}",
                "{\"name\":\"Ann\",\"email\":\"ann@example.org\",\"consent\":true}",
                "{\"name\":\"Ann\",\"page\":{\"url\":\"http://localhost/\",\"title\":\"Shop\",\"referrer\":\"\"}}",
                "{\"identity\":\"a.b.c\"}",
                "{\"clientId\":\"c\",\"text\":\"hello\"}");
    }
}
